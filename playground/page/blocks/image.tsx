import type { Json } from '../../server/page-api/shapes.ts'
import { asObject, asText } from '../live/json.ts'
import { Text } from './text.tsx'

/** A picture from an address, or one that Slack keeps. */
export function Picture({ of, className }: { of: Json; className: string }) {
  return <img className={className} src={sourceOf(of)} alt={asText(of.alt_text) ?? ''} loading="lazy" />
}

export function ImageBlock({ block }: { block: Json }) {
  return (
    <figure className="image-block">
      {block.title ? (
        <figcaption>
          <Text of={block.title} />
        </figcaption>
      ) : null}
      <a href={sourceOf(block)} target="_blank" rel="noreferrer">
        <Picture of={block} className="picture" />
      </a>
    </figure>
  )
}

function sourceOf(image: Json): string {
  const file = asObject(image.slack_file)
  const id = asText(file.id) ?? asText(file.url)?.match(/F[A-Z0-9]{8,}/)?.[0]
  return id ? `/page/files/${id}` : (asText(image.image_url) ?? '')
}
