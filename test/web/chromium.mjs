// Makes sure that there is a browser for the tests: `npm test` begins with it, so that none is left out in silence.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The fonts are for screenshots: without them Chinese is drawn as boxes. */
const PACKAGES = ['chromium', 'fonts-liberation', 'fonts-wqy-microhei'];

/** Where Chromium is; undefined if it is nowhere. */
export const chromiumPath = () => process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

function install() {
  const apt = (...words) =>
    execFileSync('apt-get', words, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update', '--quiet');
  apt('install', '--quiet', '--yes', '--no-install-recommends', ...PACKAGES);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (chromiumPath() === undefined && canInstall) install();
  if (chromiumPath() === undefined) {
    console.error('The tests of the page need Chromium: install your system’s, or name one in CHROMIUM.');
    process.exitCode = 1;
  }
}
