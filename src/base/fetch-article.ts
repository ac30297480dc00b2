/**
 * The article of a page of the site as a document, in which nothing runs. Rejects with an `Error`
 * that names the page when there is no answer or none with status 200.
 * @param path of the page: `/en/risks/`
 */
export function fetchArticle(path: string): Promise<Document> {
	return new Promise((resolve, reject) => {
		// Unlike DOMParser this needs no Trusted Types policy.
		const request = new XMLHttpRequest();
		// The article alone: this page's policy would refuse and report that page's styles.
		request.open('GET', `${path}article.txt`);
		request.overrideMimeType('text/html');
		request.responseType = 'document';
		request.onloadend = () =>
			request.status === 200 && request.responseXML
				? resolve(request.responseXML)
				: reject(new Error(`${path}: ${request.status || 'no answer'}`));
		request.send();
	});
}
