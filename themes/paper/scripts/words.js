// The words of the interface in the page's language. English is what stands in the code; the rest
// comes from `assets/words-<language>.js`, which pages in another language load before the script.

const ENGLISH = { language: "en-GB", direction: "ltr", form: (number) => number !== 1, messages: {} };

const { language, direction, form, messages } = globalThis.argsiteWords ?? ENGLISH;

const digits = new Intl.NumberFormat(language);

/** Return a message; `%(name)s` is replaced by the value of that name. */
export function _(message, values = {}) {
  return fill(messages[message] ?? message, values);
}

/** Return the message for a number, which is also the value `count`. */
export function ngettext(one, many, number, values = {}) {
  const forms = messages[one] ?? [one, many];
  return fill(forms[Number(form(number))], { count: numeral(number), ...values });
}

/** Return a number as the language writes it. */
export function numeral(number) {
  return digits.format(number);
}

/** Return the attributes of words of the interface where the page is in another language. */
export function tongue() {
  const [page, own] = [document.documentElement.lang, language].map((tag) => tag.split("-")[0]);
  return page === own ? {} : { lang: own, dir: direction };
}

function fill(message, values) {
  return message.replace(/%\((\w+)\)s/g, (whole, name) => String(values[name] ?? whole));
}
