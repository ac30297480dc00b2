/** Style of the link menu, loaded with it so that pages do not pay for it. */
export const style = new CSSStyleSheet();

style.replaceSync(`@layer frame {
	link-menu {
		background: var(--paper-raised);
		border: 1px solid var(--rule);
		box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 15%);
		color: var(--ink);
		font: 0.875rem/1.5 var(--font-body);
		margin: 0;
		max-width: min(24rem, calc(100vw - 1rem));
		padding: 0.5rem;
		position: absolute;
		text-align: start;
		white-space: normal;
		width: max-content;
	}
	link-menu > span > span {
		align-items: center;
		display: flex;
		flex-wrap: wrap;
		gap: 0.25rem;
	}
	link-menu > span > span + span {
		color: var(--ink-quiet);
		margin-block-start: 0.25rem;
	}
	link-menu button {
		border: 1px solid var(--rule);
		min-height: 2.25rem;
		color: var(--ink);
		padding: 0.25rem 0.625rem;
	}
	link-menu button:hover {
		border-color: var(--cinnabar);
		color: var(--cinnabar);
	}
	@media (pointer: coarse) {
		link-menu button {
			min-height: 2.75rem;
		}
	}
	link-menu output {
		color: var(--cinnabar);
		display: block;
		min-height: 1.5em;
		padding: 0.25rem 0.25rem 0;
	}
	link-menu textarea {
		background: var(--paper);
		border: 1px solid var(--cinnabar);
		color: inherit;
		font: inherit;
		margin-block-start: 0.375rem;
		resize: none;
		width: 100%;
	}
	link-menu textarea[hidden] {
		display: none;
	}
}`);
