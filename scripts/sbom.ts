/**
 * What runs in production: every package with its version and licence, as CycloneDX, for whoever has to know.
 *
 *   npm run sbom --silent > sbom.json
 *
 * From what `npm ci` installed. Not `npm sbom --omit=dev`: that leaves out what a development tool happens to need, too.
 */
import { execFileSync } from 'node:child_process'

type Property = { readonly name: string; readonly value: string }
type Component = { readonly 'bom-ref': string; readonly properties?: readonly Property[] }
type Dependency = { readonly ref: string; readonly dependsOn?: readonly string[] }
type Bill = { readonly components: readonly Component[]; readonly dependencies: readonly Dependency[] }

const isForDevelopment = ({ properties = [] }: Component): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true')

const all = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
const bill = JSON.parse(all) as Bill
const left = new Set(bill.components.filter(isForDevelopment).map((component) => component['bom-ref']))
const production = {
  ...bill,
  components: bill.components.filter((component) => !left.has(component['bom-ref'])),
  dependencies: bill.dependencies
    .filter(({ ref }) => !left.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => !left.has(one)) })),
}
console.log(JSON.stringify(production, undefined, 2))
