import { portalOf, type Frame } from './frame.js';
import { homeOf, Page } from './layout.js';

export function errorView({ frame, title, text }: { frame: Frame; title: string; text: string }) {
  return (
    <Page frame={frame} title={title} narrow>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p>
        <a href={frame.partner ? `${portalOf(frame)}/` : homeOf(frame.visitor)}>Retour à l’accueil</a>
      </p>
    </Page>
  );
}
