import type { ReactNode } from 'react'
import type { Json } from '../../server/page-api/shapes.ts'
import { Element } from '../elements/element.tsx'
import { asObject, asObjects, asText } from '../live/json.ts'
import { ImageBlock, Picture } from './image.tsx'
import { InputBlock } from './input-block.tsx'
import { LibraryBlocks } from './library.tsx'
import { plainText, Text } from './text.tsx'

/** The blocks of a message, a form or a Home tab. */
export function Blocks({ blocks }: { blocks: Json[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        <Block key={asText(block.block_id) ?? index} block={block} />
      ))}
    </div>
  )
}

const DRAWN: Record<string, (props: { block: Json }) => ReactNode> = {
  header: Header,
  divider: () => <hr className="divider" />,
  section: Section,
  context: Context,
  image: ImageBlock,
  actions: Actions,
  input: InputBlock,
}

function Block({ block }: { block: Json }) {
  const Drawn = DRAWN[String(block.type)]
  return Drawn ? <Drawn block={block} /> : <LibraryBlocks blocks={[block]} />
}

function Header({ block }: { block: Json }) {
  return (
    <h3 className="header-block">
      <Text of={block.text} />
    </h3>
  )
}

function Section({ block }: { block: Json }) {
  const accessory = asObject(block.accessory)
  return (
    <div className="section-block">
      <div className="section-words">
        {block.text ? <Text of={block.text} /> : null}
        {block.fields ? (
          <div className="fields">
            {numbered(block.fields).map(({ key, item }) => (
              <div key={key}>
                <Text of={item} />
              </div>
            ))}
          </div>
        ) : null}
      </div>
      {accessory.type === 'image' && <Picture of={accessory} className="thumb" />}
      {accessory.type !== undefined && accessory.type !== 'image' && (
        <Element
          element={accessory}
          blockId={asText(block.block_id) ?? ''}
          name={{ label: plainText(block.text) }}
        />
      )}
    </div>
  )
}

function Context({ block }: { block: Json }) {
  return (
    <div className="context-block">
      {numbered(block.elements).map(({ key, item }) =>
        item.type === 'image' ? (
          <Picture key={key} of={item} className="context-picture" />
        ) : (
          <Text key={key} of={item} />
        ),
      )}
    </div>
  )
}

function Actions({ block }: { block: Json }) {
  return (
    <div className="actions-block">
      {asObjects(block.elements).map((element, index) => (
        <Element
          key={asText(element.action_id) ?? index}
          element={element}
          blockId={asText(block.block_id) ?? ''}
          name={{}}
        />
      ))}
    </div>
  )
}

/** What has no id of its own goes by its place. */
const numbered = (items: unknown): { key: string; item: Json }[] =>
  asObjects(items).map((item, index) => ({ key: String(index), item }))
