/** Finds a Chromium that starts, on any machine: named, Playwright's, the system's, npm's. */
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserServer, type LaunchOptions } from 'playwright-core';

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

const programNames = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome',
	'microsoft-edge',
];

/** Below the application folders of each system. Playwright drives no Firefox but its own. */
const usualPlaces: Partial<Record<NodeJS.Platform, { folders: string[]; programs: string[] }>> = {
	linux: {
		folders: ['/opt', '/snap/bin', '/var/lib/flatpak/exports/bin'],
		programs: [
			'google/chrome/chrome',
			'microsoft/msedge/msedge',
			'chromium',
			'org.chromium.Chromium',
			'com.google.Chrome',
		],
	},
	darwin: {
		folders: ['/Applications', join(homedir(), 'Applications')],
		programs: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
			(name) => `${name}.app/Contents/MacOS/${name}`,
		),
	},
	win32: {
		folders: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
			(name) => process.env[name] ?? [],
		),
		programs: ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map(
			(name) => `${name}/Application/${name.endsWith('Edge') ? 'msedge' : 'chrome'}.exe`,
		),
	},
};

/** Value of CHROME_PATH for the browser that comes with `npm ci`. */
const bundled = 'bundled';

interface Candidate {
	path: string;
	/** Environment it needs besides ours. */
	env?: Record<string, string>;
}

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
		if (!isExecutable(named)) throw new Error(`CHROME_PATH is ${named}: not a program file.`);
		yield { path: named };
		return;
	}
	if (!named) {
		yield { path: chromium.executablePath() };
		const onPath = (process.env.PATH ?? '').split(delimiter);
		const usual = usualPlaces[process.platform] ?? { folders: [], programs: [] };
		for (const name of programNames)
			for (const folder of onPath) yield { path: join(folder, name) };
		for (const name of usual.programs) {
			for (const folder of usual.folders) yield { path: join(folder, name) };
		}
	}
	yield await packedBrowser();
}

/** Starts the first candidate that starts, by the given way of starting one. */
async function firstThatStarts<Started>(
	start: (options: LaunchOptions) => Promise<Started>,
): Promise<Started> {
	const failures: string[] = [];
	for await (const { path, env } of candidates()) {
		if (!isExecutable(path)) continue;
		try {
			const started = await start({
				executablePath: path,
				args: browserArguments,
				env: { ...process.env, ...env } as Record<string, string>,
			});
			if (process.env.CI) console.log(`Browser: ${path}`);
			return started;
		} catch (error) {
			failures.push(`${path}: ${(error as Error).message.split('\n')[0]}`);
		}
	}
	const tried = failures.length > 0 ? ` (${failures.join('; ')})` : '';
	throw new Error(
		`No Chromium starts${tried}. Install one, or set CHROME_PATH to its program file.`,
	);
}

/** Starts a browser for this process. Throws one line that says what to do when there is none. */
export function launchBrowser(more: LaunchOptions = {}): Promise<Browser> {
	return firstThatStarts((options) => chromium.launch({ ...options, ...more }));
}

/** Starts a browser that other processes connect to. Throws like `launchBrowser`. */
export function launchBrowserServer(): Promise<BrowserServer> {
	return firstThatStarts((options) => chromium.launchServer(options));
}
