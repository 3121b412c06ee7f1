// The words of the interface in the page's language. English is what stands in the code; the rest
// comes from `assets/words-<language>.js`, which pages in another language load before the script.

const ENGLISH = { language: "en", direction: "ltr", form: (number) => number !== 1, messages: {} };

const { language, direction, form, messages } = globalThis.argsiteWords ?? ENGLISH;

const { lang } = document.documentElement;
const [here, own] = [lang, language].map((tag) => tag.toLowerCase().split("-")[0]);

// The page's tag may name a region, which has its own form of numbers.
const digits = new Intl.NumberFormat(here === own ? lang : language);

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
  return here === own ? {} : { lang: own, dir: direction };
}

function fill(message, values) {
  return message.replace(/%\((\w+)\)s/g, (whole, name) => contained(String(values[name] ?? whole)));
}

// What a text does to the direction of words ends with the text, as in the words of the build.
function contained(value) {
  return /[\u202a-\u202e\u2066-\u2068]/.test(value) ? `\u2068${value}\u2069` : value;
}
