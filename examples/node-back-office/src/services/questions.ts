/** Answers to the questions of a subject: yes or no, or one or several of the choices that a question offers. */

import type { Answer, AnswerCard, Answers, Question } from '../library.js';
import { listOf, textOf } from '../web/input.js';

/** What a form answers; a choice that its question does not offer counts as not sent. */
export function readAnswers(questions: readonly Question[], body: unknown): Answers {
  const sent = questions.flatMap(({ id, choices }) => {
    const name = `answer:${id}`;
    const answer = choices.length === 0 ? YES_OR_NO.get(textOf(body, name, 10)) : listOf(body, name);
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return acceptedAnswers(questions, Object.fromEntries(sent));
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([['oui', true], ['non', false]]);

/**
 * The answers that their questions take. An answer that was stored under a directory which asked otherwise (yes or no
 * where there are choices now, a choice that is gone) leaves its question open.
 */
export function acceptedAnswers(questions: readonly Question[], answers: Answers): Answers {
  const accepted = questions.flatMap((question) => {
    const answer = acceptedAnswer(question, answers[question.id]);
    return answer === undefined ? [] : [[question.id, answer] as const];
  });
  return Object.fromEntries(accepted);
}

function acceptedAnswer({ choices }: Question, answer: Answer | undefined): Answer | undefined {
  if (choices.length === 0) return typeof answer === 'boolean' ? answer : undefined;
  const chosen = chosenIn(answer);
  const offered = choices.map((choice) => choice.id).filter((id) => chosen.includes(id));
  return offered.length > 0 ? offered : undefined;
}

/** The ids of the choices in an answer; none in a yes or no. */
export function chosenIn(answer: Answer | undefined): readonly string[] {
  if (answer === undefined || typeof answer === 'boolean') return [];
  return typeof answer === 'string' ? [answer] : answer;
}

/** Questions and answers in the words that people read: choices by their labels. */
export function answerCards(questions: readonly Question[], answers: Answers): AnswerCard[] {
  const accepted = acceptedAnswers(questions, answers);
  return questions.flatMap((question): AnswerCard[] => {
    const answer = accepted[question.id];
    return answer === undefined ? [] : [{ question: question.label, answer: labelled(question, answer) }];
  });
}

function labelled({ choices }: Question, answer: Answer): Answer {
  if (typeof answer === 'boolean') return answer;
  const chosen = chosenIn(answer);
  return choices.filter((choice) => chosen.includes(choice.id)).map((choice) => choice.label);
}
