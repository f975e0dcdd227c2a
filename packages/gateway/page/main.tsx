import "uplot/dist/uPlot.min.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/controls.css";
import "./styles/tables.css";
import "./styles/details.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { loadSession } from "./data/api.ts";
import { applyTheme, theme } from "./data/theme.ts";

applyTheme(theme.value);
render(<App />, document.getElementById("app")!);
void loadSession();
