import { render } from "preact";
import { App } from "./app.tsx";
import { loadSession } from "./data/api.ts";
import { applyTheme, theme } from "./data/theme.ts";

applyTheme(theme.value);
render(<App />, document.getElementById("app")!);
void loadSession();
