// A page that has moved: what its address asks for beyond the page holds for the new one, too.

/** Go on to the new page with query and fragment; without any, the page itself leads on. */
export function startMoving() {
  const link = document.getElementById("moved");
  const { search, hash } = location;
  if (link && (search || hash)) location.replace(link.href + search + hash);
}
