/** What advisers and experts write to each other about a need. The company does not read it. */

import { LONGEST_COMMENT } from '../../services/comments.js';
import type { CommentRow } from '../../store/comments.js';
import { Area, Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { dayAndTime } from '../labels.js';
import { Said } from '../said.js';

interface CommentsProps {
  frame: Frame;
  comments: readonly CommentRow[];
  /** Where a message is sent to; none once everything is erased. */
  action: string | undefined;
  /** Sets the field apart from those of other needs on the page. */
  id: string;
  /** To whom it may be addressed, where that can be chosen: referrals by the names of their experts. */
  to?: readonly (readonly [referral: string, name: string])[];
  need?: string;
  /** What the need is about, where a page has several. */
  about?: string;
  who: string;
}

export function CommentsPart({ frame, comments, action, id, to = [], need, about, who }: CommentsProps) {
  const errors = frame.notice?.field === `comment-${id}` ? { comment: frame.notice.text } : undefined;
  return (
    <>
      {comments.length > 0 && (
        <ol class="line">
          {comments.map((comment) => (
            <li>
              <small>{dayAndTime(comment.at)}</small>
              <br />
              {comment.author_name}
              {comment.text === null ? <p class="muted">Texte effacé.</p> : <blockquote class="words">{comment.text}</blockquote>}
            </li>
          ))}
        </ol>
      )}
      {action && (
        <Form frame={frame} action={action}>
          {need && <input type="hidden" name="need" value={need} />}
          {to.length > 1 && (
            <label for={`to-${id}`}>
              À qui {about && <Said>: {about}</Said>}
              <select id={`to-${id}`} name="to">
                <option value="">Tous les experts de ce besoin</option>
                {to.map(([referral, name]) => (
                  <option value={referral}>{name}</option>
                ))}
              </select>
            </label>
          )}
          <Area name="comment" label={about ? `Votre message sur « ${about} »` : 'Votre message'} hint={`Lu par ${who} de ce besoin, jamais par l’entreprise`} id={`comment-${id}`} errors={errors} rows={3} maxlength={LONGEST_COMMENT} required />
          <button type="submit" class="quiet">
            Envoyer le message {about && <Said>: {about}</Said>}
          </button>
        </Form>
      )}
    </>
  );
}
