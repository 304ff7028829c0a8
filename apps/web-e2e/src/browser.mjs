/** Finds Chromium: the system's, else the one that comes with a package, else a clear line. The package has the headless shell alone, which knows no passkeys. */
import { access } from 'node:fs/promises';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
/** In one process, what a page fetches goes out with the cookies of whichever context came first: two people would be one. */
const MINGLES = ['--single-process', '--no-zygote', '--disable-web-security'];

export async function browserPath() {
  const places = process.env['CHROMIUM_PATH'] ? [process.env['CHROMIUM_PATH']] : PLACES;
  for (const executablePath of places) {
    if (await access(executablePath).then(() => true, () => false)) return { executablePath, hasPasskeys: true };
  }
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return { executablePath: await packaged.executablePath(), args: packaged.args.filter((arg) => !MINGLES.includes(arg)), hasPasskeys: false };
  } catch (error) {
    throw new Error('No Chromium was found. Install the package chromium, or set CHROMIUM_PATH to a browser.', { cause: error });
  }
}
