/** The questions of a subject: by yes or no, or by choices. */

import type { Answer, Answers, Question } from '../../library.js';
import { chosenIn } from '../../services/questions.js';
import { french } from '../typography.js';

interface QuestionsProps {
  questions: readonly Question[];
  answers: Answers;
}

interface QuestionProps {
  question: Question;
  answer: Answer | undefined;
}

export function Questions({ questions, answers }: QuestionsProps) {
  return (
    <>
      {questions.map((question) => {
        const Fields = question.choices.length === 0 ? YesOrNo : Choices;
        return <Fields question={question} answer={answers[question.id]} />;
      })}
    </>
  );
}

function YesOrNo({ question, answer }: QuestionProps) {
  const name = `answer:${question.id}`;
  return (
    <fieldset class="question">
      <legend>{french(question.label)}</legend>
      <span class="row">
        <label>
          <input type="radio" name={name} value="oui" checked={answer === true} />
          Oui
        </label>
        <label>
          <input type="radio" name={name} value="non" checked={answer === false} />
          Non
        </label>
        <label>
          <input type="radio" name={name} value="" checked={typeof answer !== 'boolean'} />
          Je ne sais pas
        </label>
      </span>
    </fieldset>
  );
}

/** Several may be ticked; none says that it is not known. */
function Choices({ question, answer }: QuestionProps) {
  const chosen = chosenIn(answer);
  return (
    <fieldset class="question choices">
      <legend>
        {french(question.label)} <small class="hint">Plusieurs réponses possibles. Ne cochez rien si vous ne savez pas.</small>
      </legend>
      <span class="row">
        {question.choices.map((choice) => (
          <label>
            <input type="checkbox" name={`answer:${question.id}`} value={choice.id} checked={chosen.includes(choice.id)} />
            {french(choice.label)}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
