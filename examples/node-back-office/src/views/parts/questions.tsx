/** The yes/no questions of a subject. */

import type { Question } from '../../library.js';

interface QuestionsProps {
  questions: readonly Question[];
  answers: Record<string, boolean>;
}

/** No line begins with the mark that ends the one before. */
const unbroken = (text: string): string => text.replaceAll(/ (?=[?!:;»])/g, '\u00a0');

export function Questions({ questions, answers }: QuestionsProps) {
  return (
    <>
      {questions.map((question) => {
        const name = `answer:${question.id}`;
        const given = answers[question.id];
        return (
          <fieldset class="question">
            <legend>{unbroken(question.label)}</legend>
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
