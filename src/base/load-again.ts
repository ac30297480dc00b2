/** How often each address failed to load. */
const failures = new Map<string, number>();

/** Imports a script by its address. After a failure, the next call asks under a new address. */
export async function importAgain<Module>(address: string): Promise<Module> {
	const times = failures.get(address) ?? 0;
	const asked = times > 0 ? `${address}?again=${times}` : address;
	try {
		return (await import(/* @vite-ignore */ asked)) as Module;
	} catch (error) {
		failures.set(address, times + 1);
		throw error;
	}
}

/**
 * Runs the dynamic import of one script. Some browsers never repeat one that failed: then the
 * script that the error names is asked for under a new address, now and with each further call.
 * The script must not wait for another at its top level: the browser would keep that failure for good.
 */
export async function loadAgain<Module>(load: () => Promise<Module>): Promise<Module> {
	try {
		return await load();
	} catch (error) {
		const address = /https?:\/\/\S+?\.js/u.exec(String(error))?.[0];
		if (!address) throw error;
		if (!failures.has(address)) failures.set(address, 1);
		return importAgain<Module>(address);
	}
}
