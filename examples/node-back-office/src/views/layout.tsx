/** The page around every page. */

import type { ComponentChildren } from 'preact';
import { AREA_PATHS, areasOf, type Area } from '../security/areas.js';
import type { Visitor } from '../security/sessions.js';
import { ErrorSummary, hasErrors } from './error-summary.js';
import { Form, type Errors } from './forms.js';
import { portalOf, type Frame } from './frame.js';
import { Outside } from './parts/outside.js';

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

export function Page({ frame, title, narrow, errors: own, errorIds = {}, children }: PageProps) {
  const { notice, look, hasDark } = frame;
  const errors = own ?? (notice?.field ? { [notice.field]: notice.text } : undefined);
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
            <a class="brand" href={frame.partner ? `${portalOf(frame)}/` : homeOf(frame.visitor)}>
              <img src="/theme/logo.svg" alt="" width="28" height="28" />
              {frame.service}
            </a>
            {/* A partner's page may be in a frame, where the others do not open. */}
            {frame.partner ? <span>avec {frame.partner.name}</span> : <Navigation frame={frame} />}
            {!frame.partner && <Who frame={frame} />}
          </div>
        </header>
        <main id="contenu" tabindex={-1} class={narrow ? 'container narrow' : 'container'}>
          {wrong && <ErrorSummary errors={errors} ids={errorIds} />}
          {frame.alerts.map((alert) => (
            <div class="notice bad" role="alert">
              {alert}
            </div>
          ))}
          {notice && !notice.field && (
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
                    <Outside frame={frame} href={href}>
                      {label}
                    </Outside>
                  </li>
                ))}
                {hasDark && !frame.partner && (
                  <li>
                    <a href="/affichage">Affichage</a>
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

/** The first page of theirs; a manager whose rights were all taken back has their account only. */
export function homeOf(visitor: Visitor | null): string {
  if (visitor === null) return '/';
  const [area] = areasOf(visitor);
  return area ? AREA_PATHS[area] : '/compte';
}

/** What every public service says of itself. */
const ABOUT = [
  ['/accessibilite', 'Accessibilité : non conforme'],
  ['/donnees-personnelles', 'Données personnelles'],
  ['/mentions-legales', 'Mentions légales'],
] as const;

type Sections = readonly (readonly [href: string, label: string])[];
const NOBODY: Sections = [['/', 'Être aidé']];
const SUBSTITUTE: Sections = [['/expert', 'Demandes de la suppléance']];
const SECTIONS: Readonly<Record<Area, Sections>> = {
  expert: [
    ['/expert', 'Mes demandes'],
    ['/expert/absences', 'Mes absences'],
  ],
  adviser: [
    ['/conseiller', 'Mes diagnostics'],
    ['/conseiller/nouveau', 'Nouveau diagnostic'],
    ['/conseiller/portail', 'Demandes à relire'],
  ],
  steering: [
    ['/pilotage', 'Vue d’ensemble'],
    ['/pilotage/annuaire', 'Annuaire'],
    ['/pilotage/couverture', 'Couverture'],
    ['/pilotage/sollicitations', 'Sollicitations'],
    ['/pilotage/relances', 'Relances'],
    ['/pilotage/automatismes', 'Automatismes'],
    ['/pilotage/departs', 'Départs'],
    ['/pilotage/impact', 'Impact'],
    ['/pilotage/envois', 'Envois'],
    ['/pilotage/journal', 'Journal'],
    ['/pilotage/comptes', 'Comptes'],
    ['/pilotage/partenaires', 'Partenaires'],
  ],
  antenne: [
    ['/antenne', 'Mon antenne'],
    ['/antenne/chiffres', 'Ses chiffres'],
    ['/antenne/couverture', 'Sa couverture'],
  ],
  cooperation: [
    ['/cooperation', 'Ma coopération'],
    ['/cooperation/chiffres', 'Chiffres de la coopération'],
  ],
};

/** Whoever stands in for an expert has no page of absences. */
const sectionsOf = (visitor: Visitor): Sections =>
  visitor.kind === 'expert' && visitor.substitute ? SUBSTITUTE : areasOf(visitor).flatMap((area) => SECTIONS[area]);

function Navigation({ frame }: { frame: Frame }) {
  const { visitor } = frame;
  const sections = visitor === null ? NOBODY : sectionsOf(visitor);
  // The longest address that the page is under is the current one.
  const current = sections
    .map(([href]) => href)
    .filter((href) => frame.path === href || frame.path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  return (
    <nav aria-label="Rubriques">
      <ul>
        {sections.map(([href, label]) => (
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
