/** The yes/no questions of a subject. */

import type { Question } from '../../library.js';

interface QuestionsProps {
  questions: readonly Question[];
  answers: Record<string, boolean>;
}

export function Questions({ questions, answers }: QuestionsProps) {
  return (
    <>
      {questions.map((question) => {
        const name = `answer:${question.id}`;
        const given = answers[question.id];
        return (
          <fieldset class="question">
            <legend>{question.label}</legend>
            <span class="row">
              <label>
                <input type="radio" name={name} value="oui" checked={given === true} />
                Oui
              </label>
              <label>
                <input type="radio" name={name} value="non" checked={given === false} />
                Non
              </label>
              <label>
                <input type="radio" name={name} value="" checked={given === undefined} />
                Je ne sais pas
              </label>
            </span>
          </fieldset>
        );
      })}
    </>
  );
}
