/** The page around every page. */

import type { ComponentChildren } from 'preact';
import type { Account, ExpertVisitor } from '../security/sessions.js';
import { ErrorSummary, hasErrors } from './error-summary.js';
import { Form, type Errors } from './forms.js';
import type { Frame } from './frame.js';

interface PageProps {
  frame: Frame;
  title: string;
  narrow?: boolean;
  /** What is wrong with the form of this page, by field. */
  errors?: Errors | undefined;
  /** Fields whose `id` is not their name. */
  errorIds?: Readonly<Record<string, string>>;
  children: ComponentChildren;
}

export function Page({ frame, title, narrow, errors, errorIds = {}, children }: PageProps) {
  const { notice, look, hasDark } = frame;
  const wrong = hasErrors(errors);
  return (
    <html lang="fr" data-theme={!hasDark || look === 'clair' ? 'light' : look === 'sombre' ? 'dark' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={!hasDark || look === 'clair' ? 'light' : look === 'sombre' ? 'dark' : 'light dark'} />
        <title>{`${wrong ? 'Erreur : ' : ''}${title} – ${frame.service}`}</title>
        <link rel="icon" href="/theme/logo.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/pico.min.css" />
        <link rel="stylesheet" href="/theme/theme.css" />
        {/* On paper, colours are always those for light. */}
        {hasDark && look !== 'clair' && (
          <link rel="stylesheet" href="/theme/dark.css" media={look === 'sombre' ? 'screen' : 'screen and (prefers-color-scheme: dark)'} />
        )}
        <link rel="stylesheet" href="/assets/app.css" />
        <script src="/assets/app.js" defer />
      </head>
      <body>
        <a class="skip" href="#contenu">
          Aller au contenu
        </a>
        <header>
          <div class="container bar">
            <a class="brand" href={homeOf(frame.visitor)}>
              <img src="/theme/logo.svg" alt="" width="28" height="28" />
              {frame.service}
            </a>
            <Navigation frame={frame} />
            <Who frame={frame} />
          </div>
        </header>
        <main id="contenu" tabindex={-1} class={narrow ? 'container narrow' : 'container'}>
          {wrong && <ErrorSummary errors={errors} ids={errorIds} />}
          {frame.alerts.map((alert) => (
            <div class="notice bad" role="alert">
              {alert}
            </div>
          ))}
          {notice && (
            <div class={`notice ${notice.kind}`} role="status">
              {notice.text}
            </div>
          )}
          {children}
        </main>
        <footer>
          <div class="container row between">
            <span>{frame.service} oriente les petites entreprises vers les conseillers publics qui peuvent les aider.</span>
            <nav aria-label="À propos">
              <ul class="row flat">
                {ABOUT.map(([href, label]) => (
                  <li>
                    <a href={href} aria-current={href === frame.path ? 'page' : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
                {hasDark && (
                  <li>
                    <a href="/affichage" aria-current={frame.path === '/affichage' ? 'page' : undefined}>
                      Affichage
                    </a>
                  </li>
                )}
              </ul>
            </nav>
          </div>
        </footer>
      </body>
    </html>
  );
}

export function homeOf(visitor: Pick<Account, 'kind' | 'role'> | ExpertVisitor | null): string {
  if (visitor === null) return '/';
  if (visitor.kind === 'expert') return '/expert';
  return visitor.role === 'adviser' ? '/conseiller' : '/pilotage';
}

/** What every public service says of itself. */
const ABOUT = [
  ['/accessibilite', 'Accessibilité : non conforme'],
  ['/donnees-personnelles', 'Données personnelles'],
  ['/mentions-legales', 'Mentions légales'],
] as const;

const SECTIONS = {
  nobody: [['/', 'Être aidé']],
  expert: [['/expert', 'Mes demandes']],
  adviser: [
    ['/conseiller', 'Mes diagnostics'],
    ['/conseiller/nouveau', 'Nouveau diagnostic'],
    ['/conseiller/portail', 'Demandes à relire'],
  ],
  steering: [
    ['/pilotage', 'Vue d’ensemble'],
    ['/pilotage/annuaire', 'Annuaire'],
    ['/pilotage/couverture', 'Couverture'],
    ['/pilotage/relances', 'Relances'],
    ['/pilotage/impact', 'Impact'],
    ['/pilotage/envois', 'Envois'],
    ['/pilotage/journal', 'Journal'],
    ['/pilotage/comptes', 'Comptes'],
  ],
} as const;

function Navigation({ frame }: { frame: Frame }) {
  const { visitor } = frame;
  const role = visitor === null ? 'nobody' : visitor.kind === 'expert' ? 'expert' : visitor.role;
  // The longest address that the page is under is the current one.
  const current = SECTIONS[role]
    .map(([href]) => href)
    .filter((href) => frame.path === href || frame.path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  return (
    <nav aria-label="Rubriques">
      <ul>
        {SECTIONS[role].map(([href, label]) => (
          <li>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Who({ frame }: { frame: Frame }) {
  const { visitor } = frame;
  if (visitor === null) {
    return (
      <div class="who">
        <a href="/connexion">Espace professionnel</a>
      </div>
    );
  }
  return (
    <div class="who">
      {visitor.kind === 'account' && <a href="/compte">{visitor.name}</a>}
      <Form frame={frame} action="/deconnexion">
        <button class="link" type="submit">
          Quitter
        </button>
      </Form>
    </div>
  );
}
