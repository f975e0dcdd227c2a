// Starts @musistudio/llms, which is a library. Usage: node start-llms.cjs PORT UPSTREAM
const { default: Server } = require("@musistudio/llms");

const [port, upstream] = process.argv.slice(2);
new Server({
  logger: false,
  jsonPath: "/nonexistent",
  useJsonFile: false,
  useEnvFile: false,
  useEnvironmentVariables: false,
  initialConfig: {
    PORT: port,
    HOST: "127.0.0.1",
    providers: [
      {
        name: "upstream",
        api_base_url: `${upstream}/v1/chat/completions`,
        api_key: "upstream-key",
        models: ["instant", "paced"],
      },
    ],
  },
}).start();
