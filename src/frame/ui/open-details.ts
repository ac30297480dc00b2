/** What was open is open again after a reload and after Back: the entry of the history lists it. */
const detailsKey = 'details';
const all = [...document.querySelectorAll<HTMLDetailsElement>('main details')];
const state = () => (history.state ?? {}) as { [detailsKey]?: number[] };

for (const at of state()[detailsKey] ?? []) if (all[at]) all[at].open = true;
for (const details of all) {
	details.addEventListener('toggle', () => {
		const open = all.flatMap((one, at) => (one.open ? [at] : []));
		history.replaceState({ ...state(), [detailsKey]: open }, '');
	});
}
