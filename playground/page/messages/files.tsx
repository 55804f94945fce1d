import type { ShownFile } from '../../server/page-api/shapes.ts'
import { Icon } from '../ui/icons.tsx'

export function Files({ files }: { files: ShownFile[] }) {
  return files.map((file) =>
    file.mimetype.startsWith('image/') ? (
      <figure key={file.id} className="image-block">
        <figcaption className="faint">{file.title}</figcaption>
        <a href={file.url} target="_blank" rel="noreferrer">
          <img className="picture" src={file.url} alt={file.alt} loading="lazy" />
        </a>
      </figure>
    ) : (
      <a key={file.id} className="file" href={file.url} download={file.name}>
        <Icon name="file" />
        <span>
          <strong>{file.title}</strong>
          <span className="faint">{Math.ceil(file.size / 1024)} KB</span>
        </span>
      </a>
    ),
  )
}
