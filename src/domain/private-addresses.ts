import type { Find } from './private-numbers.ts'

/** A name's word, and some of them: `High`, `St. Mary's`, `de la République`. */
const NAME = String.raw`\p{Lu}[\p{L}'’.-]*`
const SMALL = `(?:de la|de l['’]|de|del|della|dello|delle|dei|degli|du|des|da|das|do|dos|d['’]|la|le|les|el|los|las|van|van der|van de|von|of|the|al|aux?)`
const NAMES = String.raw`(?:${SMALL}\s?){0,2}${NAME}(?:\s(?:${SMALL}\s?){0,2}${NAME}){0,3}`
const HOUSE = String.raw`\d{1,4}(?:\s?[a-zA-Z](?!\p{L}))?(?:\s?[-/–]\s?\d{1,4}[a-z]?(?!\p{L}))?`
const NO = String.raw`(?:n[º°.]\s?|nr\.?\s|no\.?\s|num\.?\s|número\s)?`
const BREAK = String.raw`\s?[,;\n]?\s{0,2}`

/** Those that mean a street and nothing else, and those that also mean something else: these need a postcode. */
const SURE_EN = 'Street|St|Road|Rd|Avenue|Ave|Lane|Boulevard|Blvd|Crescent|Terrace'
const OTHER_EN =
  'Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Way|Close|Gardens|Grove|Park|Row|Hill|Parkway|Pkwy|Highway|Hwy|Mews|Ln|Walk|Green'
const SHORT = '(?:St|Rd|Ave|Blvd|Dr|Ct|Pl|Sq|Pkwy|Hwy|Ln)'
const SURE_DE =
  'straße|strasse|str|gasse|allee|chaussee|straat|laan|gracht|kade|singel|gatan|vägen|gade|veien'
const OTHER_DE = 'weg|platz|ring|damm|ufer|hof|markt|steig|plein|dijk|vej|gate|gata|park|berg|feld'
const SURE_FR = 'rue|avenue|av\\.|boulevard|bd|impasse|chemin|allée|quai|faubourg'
const OTHER_FR = 'place|route|cours|square|passage|villa|résidence'
const SURE_SOUTH =
  'Calle|C/|Avda\\.?|Avenida|Av\\.|Carrer|Pza\\.?|Viale|V\\.le|P\\.zza|Vicolo|Rua|Rue|Chaussée|Travessa|Praça|Alameda|ul\\.|al\\.'
const OTHER_SOUTH = 'Plaza|Paseo|Ronda|Camino|Carretera|Via|Piazza|Corso|Largo|Strada|Estrada|Rodovia|R\\.'

const north = (types: string) =>
  String.raw`${HOUSE},?\s(?:${NAME}\s){1,4}(?:${types})(?![\p{L}\p{N}])(?:(?<=${SHORT})\.)?(?:\s(?:North|South|East|West|[NS]?[EW]|[NS])(?![\p{L}\p{N}]))?`
const german = (types: string) => {
  const joined = String.raw`\p{Lu}[\p{L}.-]+(?:${types})`
  const apart = `(?:${NAME}[ -]){1,3}(?:${types}|${capitalized(types)})`
  return String.raw`(?:${joined}|${apart})\.?\s?${HOUSE}`
}
const french = (types: string) =>
  String.raw`\d{1,4}(?:\s?(?:bis|ter|quater))?,?\s(?:${types})\s(?:${NAMES}|(?:${SMALL}\s?){1,2}\p{L}[\p{L}'’-]+)`
const southern = (types: string) => String.raw`(?:${types})\s?(?:${NAMES}),?\s${NO}${HOUSE}`
const capitalized = (types: string) => types.replace(/(?<=^|\|)\p{Ll}/gu, (first) => first.toUpperCase())
const any = (patterns: readonly string[]) => `(?:${patterns.join('|')})`
const sure = any([north(SURE_EN), german(SURE_DE), french(SURE_FR), southern(SURE_SOUTH)])
const unsure = any([
  north(OTHER_EN),
  german(OTHER_DE),
  french(OTHER_FR),
  southern(OTHER_SOUTH),
  String.raw`(?:An|Am|Im|Auf|Zum|Zur|Unter|(?:An|In|Auf|Unter|Hinter|Vor) de[mnr])\s${NAME}\s${HOUSE}`,
])

/** `SW1A 1AA`, `10115 Berlin`, `1012 AB Amsterdam`, `1000-001 Lisboa`, `Springfield, IL 62704`, `ON K1A 0B1`. */
const CITY = String.raw`${NAME}(?:[\s-]${NAME}){0,2}`
const POSTCODE = any([
  String.raw`(?:${CITY},?\s){0,2}[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}`,
  String.raw`${CITY},?\s(?:[A-Z]{2},?\s)?\d{5}(?:-\d{4})?`,
  String.raw`(?:${CITY},?\s)?[A-Z]{2},?\s[A-Z]\d[A-Z]\s?\d[A-Z]\d`,
  String.raw`(?:[A-Z]{1,2}-)?(?:\d{4}\s?[A-Z]{2}|\d{4}-\d{3}|\d{2}-\d{3}|\d{3}\s\d{2}|\d{4,5})\s${CITY}`,
])
const END = String.raw`(?![\p{L}\p{N}])`
const START = String.raw`(?<![\p{L}\p{N}.,-])`
/** The floor, the door. */
const INSIDE = String.raw`(?:,?\s(?:[Aa]pt|[Aa]partment|[Ff]lat|[Uu]nit|[Ss]uite|[Aa]pp|[Pp]iso|[Tt]op|[Ss]tiege|[Bb]us)\.?\s?#?[\p{L}\d]{1,5}(?![\p{L}\p{N}]))?`
const AND_POSTCODE = `${INSIDE}${BREAK}${POSTCODE}${END}`

const ADDRESSES = [
  new RegExp(`${START}${any([sure, unsure])}${AND_POSTCODE}`, 'gu'),
  new RegExp(`${START}${sure}${INSIDE}${END}`, 'gu'),
  new RegExp(
    String.raw`${START}(?:P\.?\s?O\.? Box|Postfach|Postbus|Casella postale|Apartado)\s\d[\d ]{0,8}\d${END}`,
    'gu',
  ),
]

/**
 * Postal addresses: a street with its number, where both are plain, and with what often is none (`Marktplatz 3`,
 * `5 Central Park`) only before a postcode. A year is no house number: `In 2019 Abbey Road was closed`.
 */
export function findAddresses(plain: string): Find[] {
  const [whole = [], streets = [], boxes = []] = ADDRESSES.map((pattern) => [...plain.matchAll(pattern)])
  const alone = streets.filter(([street]) => !hasYearFor(street))
  return [...whole, ...alone, ...boxes].map(({ 0: { length }, index }) => ({
    kind: 'address',
    start: index,
    end: index + length,
  }))
}

const hasYearFor = (street: string): boolean => /(?<!\d)(?:19|20)\d\d(?!\d)/.test(street)
