/** `npm run release:files`: the SBOM and the list of licences of the installed packages. */
import { execSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const releaseFolder = 'release';
mkdirSync(releaseFolder, { recursive: true });

const sbom = JSON.parse(
	execSync('npm sbom --sbom-format cyclonedx', { encoding: 'utf8', maxBuffer: 2 ** 28 }),
);
// Both change with each run and say nothing about the packages.
delete sbom.serialNumber;
delete sbom.metadata.timestamp;
writeFileSync(`${releaseFolder}/sbom.cdx.json`, `${JSON.stringify(sbom, null, '\t')}\n`);

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
	packages: Record<string, { version?: string; license?: string }>;
};
const licenseLines = Object.entries(packages)
	.filter(([path]) => path !== '')
	.map(([path, { version, license }]) => {
		const name = path.replace(/^.*node_modules\//, '');
		return `${name}\t${version}\t${license ?? 'not stated'}`;
	});
writeFileSync(
	`${releaseFolder}/licenses.tsv`,
	`name\tversion\tlicense\n${licenseLines.sort().join('\n')}\n`,
);
console.log(
	`${releaseFolder}/: SBOM of ${sbom.components.length} packages, ${licenseLines.length} licences`,
);
