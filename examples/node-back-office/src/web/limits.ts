/**
 * Limits that count what failed, and nothing else: colleagues behind one address are no attack. Each process counts its
 * own, in memory; what is forgotten when it starts again was short-lived anyway.
 */

import type { Clock } from '../clock.js';

/** Too many failures: the visitor waits. */
export class TooMany extends Error {
  readonly statusCode = 429;
}

export interface FailureLimit {
  /** Whether one of these keys has failed too often already. */
  isReached(...keys: string[]): boolean;
  /** Throws where these keys have failed too often already. */
  check(...keys: string[]): void;
  fail(...keys: string[]): void;
  /**
   * Counts a try as a failure until it turns out well: tries that are made at once count one another. Throws as `check`
   * does, and returns what takes the count back.
   */
  attempt(...keys: string[]): () => void;
  forget(...keys: string[]): void;
}

/** Keys beyond this are forgotten, the oldest first: nobody fills the memory by failing. */
const MOST_KEYS = 10_000;

export function failureLimit(clock: Clock, most: number, minutes: number): FailureLimit {
  const failures = new Map<string, number[]>();
  const recent = (key: string): number[] => {
    const since = clock().getTime() - minutes * 60_000;
    return (failures.get(key) ?? []).filter((at) => at > since);
  };
  const isReached = (...keys: string[]): boolean => keys.some((key) => recent(key).length >= most);
  const check = (...keys: string[]): void => {
    if (isReached(...keys)) throw new TooMany();
  };
  const fail = (...keys: string[]): void => {
    for (const key of keys) {
      const times = [...recent(key), clock().getTime()];
      failures.delete(key);
      failures.set(key, times);
    }
    for (const key of failures.keys()) {
      if (failures.size <= MOST_KEYS) break;
      failures.delete(key);
    }
  };
  return {
    isReached,
    check,
    fail,
    attempt(...keys) {
      check(...keys);
      fail(...keys);
      return () => {
        for (const key of keys) failures.get(key)?.pop();
      };
    },
    forget(...keys) {
      for (const key of keys) failures.delete(key);
    },
  };
}

/** For links and keys: sixty from one address may open nothing in five minutes. */
export const linkLimit = (clock: Clock): FailureLimit => failureLimit(clock, 60, 5);
