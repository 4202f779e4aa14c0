/** What a company answered to the questions of a subject. */

import type { AnswerCard } from '../../library.js';
import { answerText } from '../labels.js';

export function AnswerList({ answers }: { answers: readonly AnswerCard[] }) {
  if (answers.length === 0) return null;
  return (
    <ul>
      {answers.map(({ question, answer }) => (
        <li>
          {question} <strong>{answerText(answer)}</strong>
        </li>
      ))}
    </ul>
  );
}
