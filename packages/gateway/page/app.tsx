import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { isConnected, logOut, session } from "./data/api.ts";
import { linkTo, type PageName, pages, route } from "./data/route.ts";
import { applyTheme, theme } from "./data/theme.ts";
import { Icon, Logo } from "./parts/icons.tsx";
import { KeysPage } from "./pages/keys.tsx";
import { Login } from "./pages/login.tsx";
import { ModelsPage } from "./pages/models.tsx";
import { OverviewPage } from "./pages/overview.tsx";
import { ProvidersPage } from "./pages/providers.tsx";
import { RequestsPage } from "./pages/requests.tsx";
import { SpendPage } from "./pages/spend.tsx";
import { Choice } from "./parts/basics.tsx";

const contents = {
  overview: OverviewPage,
  spend: SpendPage,
  requests: RequestsPage,
  providers: ProvidersPage,
  keys: KeysPage,
  models: ModelsPage,
} satisfies Record<PageName, () => JSX.Element>;

/** The login, or the navigation with a page. */
export function App(): JSX.Element {
  if (session.value === undefined)
    return <p class="waiting">{isConnected.value ? "Loading…" : "The gateway does not respond."}</p>;
  if (session.value === "none") return <Login />;
  return <Shell />;
}

function Shell(): JSX.Element {
  const { page } = route.value;
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = `${pages[page]} · Patchbay gateway`;
    // Screen readers and the keyboard continue at the new page. The first page takes no focus.
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [page]);
  const Content = contents[page];
  return (
    <div class="shell">
      <a
        class="skip"
        href={linkTo(page)}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <Navigation page={page} />
      <main ref={main} tabIndex={-1}>
        {!isConnected.value && (
          <p class="banner" role="alert">
            The gateway does not respond. The page tries again; the numbers may be old.
          </p>
        )}
        <Content key={page} />
      </main>
    </div>
  );
}

function Navigation({ page }: { readonly page: PageName }): JSX.Element {
  return (
    <nav class="side" aria-label="Pages">
      <div class="side-fixed">
        <p class="brand">
          <Logo />
          <span>
            Patchbay <small class="muted">gateway</small>
          </span>
        </p>
        <ul>
          {Object.entries(pages).map(([name, text]) => (
            <li key={name}>
              <a href={linkTo(name as PageName)} aria-current={name === page ? "page" : undefined}>
                <Icon name={name as PageName} />
                {text}
              </a>
            </li>
          ))}
        </ul>
        <div class="side-end">
          <Choice
            label="Colors"
            value={theme.value}
            options={{ system: "Auto", light: "Light", dark: "Dark" }}
            onChange={applyTheme}
          />
          <button type="button" class="plain" onClick={() => void logOut()}>
            Log out
          </button>
        </div>
      </div>
    </nav>
  );
}
