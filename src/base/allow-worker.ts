interface PolicyFactory {
	createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown;
}

/**
 * Lets a library start the worker at one address, under a policy that refuses script addresses
 * nobody approved (Trusted Types). All others stay refused.
 */
export function allowWorker(address: string): void {
	const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
	const createScriptURL = (url: string) => (url === address ? url : null);
	try {
		trustedTypes?.createPolicy('default', { createScriptURL });
	} catch {
		// It was approved before, or a server's own policy forbids it: the library then has no worker.
	}
}
