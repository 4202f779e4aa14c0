/** The register that the settings name: a file, an API, or none. */

import type { Config } from '../config.js';
import { apiRegister } from './api.js';
import { fileRegister } from './file.js';
import { noRegister, type Register } from './register.js';

export function openRegister(config: Config, report: (error: unknown) => void): Register {
  const { register, registerUrl, registerSeconds } = config;
  if (registerUrl) return apiRegister({ base: registerUrl, seconds: registerSeconds, report: (words) => report(`REGISTER_URL: ${words}`) });
  return register ? fileRegister(register) : noRegister;
}
