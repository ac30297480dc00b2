/**
 * Finds a Chromium that starts, on any machine: named, Playwright's, the system's, npm's. Playwright
 * drives no Firefox but its own: `firefox.test.ts` starts the one found here by other means.
 */
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, posix, resolve, win32 } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** Quiet, offline and the same everywhere. */
const browserArguments = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-dev-shm-usage',
	'--font-render-hinting=none',
];

/** A machine on which browsers are looked for; tests name others than this one. */
interface Machine {
	platform: NodeJS.Platform;
	env: Record<string, string | undefined>;
	home: string;
}

type Engine = 'chromium' | 'firefox';

/** Names of programs on the path, best first. */
const onPath: Record<Engine, string[]> = {
	chromium: [
		'google-chrome',
		'google-chrome-stable',
		'chrome',
		'chromium',
		'chromium-browser',
		'microsoft-edge',
		'microsoft-edge-stable',
	],
	firefox: ['firefox', 'firefox-esr'],
};

const macPrograms = (...names: string[]) =>
	names.map((name) => `${name}.app/Contents/MacOS/${name}`);

/** Program files below the application folders of each system, best first. */
const installed: Partial<Record<NodeJS.Platform, Record<Engine, string[]>>> = {
	linux: {
		chromium: [
			'google/chrome/chrome',
			'com.google.Chrome',
			'chromium',
			'org.chromium.Chromium',
			'microsoft/msedge/msedge',
			'com.microsoft.Edge',
		],
		firefox: ['firefox', 'firefox/firefox', 'org.mozilla.firefox'],
	},
	darwin: {
		chromium: macPrograms('Google Chrome', 'Chromium', 'Microsoft Edge'),
		firefox: ['Firefox.app/Contents/MacOS/firefox'],
	},
	win32: {
		chromium: [
			'Google/Chrome/Application/chrome.exe',
			'Chromium/Application/chrome.exe',
			'Microsoft/Edge/Application/msedge.exe',
		],
		firefox: ['Mozilla Firefox/firefox.exe'],
	},
};

/** Folders in which a system has applications. */
function applicationFolders({ platform, env, home }: Machine): string[] {
	if (platform === 'linux') return ['/opt', '/snap/bin', '/var/lib/flatpak/exports/bin'];
	if (platform === 'darwin') return ['/Applications', `${home}/Applications`];
	return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
}

/** Where a browser of an engine usually is, best first: on the path, then where systems put it. */
export function usualPlaces(
	engine: Engine,
	machine: Machine = { platform: process.platform, env: process.env, home: homedir() },
): string[] {
	const { platform, env } = machine;
	const isWindows = platform === 'win32';
	const { join: joined, delimiter } = isWindows ? win32 : posix;
	const below = (names: string[], folders: string[]) =>
		names.flatMap((name) => folders.map((folder) => joined(folder, name)));
	const names = onPath[engine].map((name) => (isWindows ? `${name}.exe` : name));
	const pathFolders = (env.PATH ?? '').split(delimiter).filter(Boolean);
	return [
		...below(names, pathFolders),
		...below(installed[platform]?.[engine] ?? [], applicationFolders(machine)),
	];
}

/** Value of CHROME_PATH for the browser that comes with `npm ci`. */
const bundled = 'bundled';

/** A program that may start, and the environment it needs besides ours. */
type Candidate = { path: string; env?: Record<string, string> };

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * Where the packed Chromium finds fonts: its own, then the machine's. The package's own file names
 * folders of a cloud service; without any font this build ends itself at the first text field.
 */
function fontsConf(folder: string): string {
	const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	${folders.map((path) => `<dir>${path}</dir>`).join('')}
	<cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/**
 * The Chromium that comes with `npm ci`, for machines without any. It is unpacked once into
 * `node_modules/.cache`; the variable makes it unpack the libraries a bare Linux lacks too.
 */
async function packedBrowser(): Promise<Candidate> {
	const folder = resolve('node_modules/.cache/chromium');
	mkdirSync(folder, { recursive: true });
	const { TMPDIR, AWS_LAMBDA_JS_RUNTIME } = process.env;
	Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
	try {
		const { default: packed } = await import('@sparticuz/chromium');
		const path = await packed.executablePath();
		const fontsFile = join(folder, 'fonts.conf');
		writeFileSync(fontsFile, fontsConf(folder));
		const env = {
			LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
			FONTCONFIG_PATH: folder,
			FONTCONFIG_FILE: fontsFile,
		};
		return { path, env };
	} finally {
		restore('TMPDIR', TMPDIR);
		restore('AWS_LAMBDA_JS_RUNTIME', AWS_LAMBDA_JS_RUNTIME);
	}
}

function restore(name: string, value: string | undefined): void {
	if (value === undefined) delete process.env[name];
	else process.env[name] = value;
}

/** Browsers that may be there, best first; the last is unpacked only when it is asked for. */
async function* candidates(): AsyncGenerator<Candidate> {
	const named = process.env.CHROME_PATH;
	if (named && named !== bundled) {
		if (!isExecutable(named))
			throw new Error(`CHROME_PATH is “${named}”; expected a program file.`);
		yield { path: named };
		return;
	}
	if (!named) {
		yield { path: chromium.executablePath() };
		for (const path of usualPlaces('chromium')) yield { path };
	}
	yield await packedBrowser();
}

/** How to start the first candidate that starts. Throws one line that says what to do without one. */
export async function launchOptions(): Promise<LaunchOptions> {
	const failures: string[] = [];
	for await (const { path, env } of candidates()) {
		if (!isExecutable(path)) continue;
		const all = { ...process.env, ...env } as Record<string, string>;
		const options = { executablePath: path, args: browserArguments, env: all };
		try {
			await (await chromium.launch(options)).close();
			if (process.env.CI) console.log(`Browser: ${path}`);
			return options;
		} catch (error) {
			failures.push(`${path}: ${(error as Error).message.split('\n')[0]}`);
		}
	}
	const tried = failures.length > 0 ? ` (${failures.join('; ')})` : '';
	throw new Error(
		`No Chromium starts${tried}. Install one, or set CHROME_PATH to its program file.`,
	);
}

/** Starts a browser for this process. Throws like `launchOptions`. */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await launchOptions());
