/** What the service does by itself, in the order in which it is done. */

import { archiveTask } from './archive.js';
import { digestTask } from './digest.js';
import { erasureTask } from './erasure.js';
import { reminderTask } from './reminders.js';
import { surveyTask } from './surveys.js';
import type { Task } from './task.js';
import { waveTask } from './waves.js';

export const TASKS: readonly Task[] = [waveTask, reminderTask, surveyTask, digestTask, archiveTask, erasureTask];

export const taskOf = (id: string): Task | undefined => TASKS.find((task) => task.id === id);
