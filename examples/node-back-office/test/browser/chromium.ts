/** Debian's Chromium, driven. */

import { execFileSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';

/** Where Chromium is; CI always has it. */
export function chromiumPath(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      // The next name.
    }
  }
  return undefined;
}

export function withoutChromium(): string | false {
  if (chromiumPath() !== undefined) return false;
  if (process.env['CI'] === 'true') throw new Error('CI has no Chromium: .ci/run installs it');
  return 'no Chromium here: `apt-get install chromium` brings it';
}

export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath() ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=fr',
    ],
  });
}
