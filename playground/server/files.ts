import type { Json } from './json.ts'
import type { SlackFile } from './types.ts'
import type { World } from './world.ts'

export type NewFile = {
  name: string
  data: Buffer | string
  mimetype?: string
  title?: string
  altText?: string
}

/** Keeps a file; people's files come from forms, the app's from files.completeUploadExternal. */
export function keepFile(
  world: World,
  user: string,
  input: NewFile,
  fromForm: boolean,
  id?: string,
): SlackFile {
  const file: SlackFile = {
    id: id ?? world.ids.next('F'),
    name: input.name,
    title: input.title ?? input.name,
    mimetype: input.mimetype ?? mimetypeOf(input.name),
    user,
    data: Buffer.from(input.data),
    created: Math.floor(world.clock() / 1000),
    altText: input.altText,
    fromForm,
    channels: new Set(),
  }
  world.workspace.files.set(file.id, file)
  return file
}

/** Whether a block may show this file: a picture that Slack will take. */
export const mayShowFile =
  (world: World) =>
  (reference: Json): boolean => {
    const url = typeof reference.url === 'string' ? reference.url : undefined
    const id = typeof reference.id === 'string' ? reference.id : url?.match(/F[A-Z0-9]{8,}/)?.[0]
    const file = world.workspace.files.get(id ?? '')
    return file?.mimetype.startsWith('image/') === true && (!file.fromForm || world.formFilesInBlocks)
  }

export function filePayload(world: World, id: string): Json {
  const file = world.workspace.files.get(id)
  if (file === undefined) return { id, mode: 'tombstone' }
  const { team } = world.workspace
  const address = `${world.baseUrl}/files-pri/${team.id}-${file.id}`
  const filetype = file.name.split('.').at(-1)?.toLowerCase() ?? 'binary'
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype,
    pretty_type: filetype.toUpperCase(),
    user: file.user,
    user_team: team.id,
    editable: false,
    size: file.data.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${world.baseUrl}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    ...(file.altText && { alt_txt: file.altText }),
    channels: [...file.channels].filter((channel) => channel.startsWith('C')),
    groups: [...file.channels].filter((channel) => channel.startsWith('G')),
    ims: [...file.channels].filter((channel) => channel.startsWith('D')),
    has_rich_preview: false,
    file_access: 'visible',
  }
}

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
}

const mimetypeOf = (name: string): string =>
  TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
