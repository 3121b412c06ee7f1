// Addresses as they are written, which may be none: one of them must not stop a script.

/** Return an address whole; empty where it is none, such as `http://[x`. */
export function whole(href) {
  try {
    return new URL(href, document.baseURI).href;
  } catch {
    return "";
  }
}

/** Return an address, or a part of one, without its escapes; empty where they are broken. */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** Return an address without its query and its fragment. */
export function pathOf(href) {
  return href.split(/[?#]/)[0];
}
