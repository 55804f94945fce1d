import type { SentView } from '../../src/views/form.ts'

type Answers = SentView['state']['values']

/**
 * What Slack sends when a form is submitted as it stands: every field with what was filled in beforehand, and `typed`
 * for the fields (by block id) that a person changed.
 */
export function submit(
  view: { readonly blocks: readonly unknown[]; readonly private_metadata?: string },
  typed: Readonly<Record<string, Answers[string][string]>> = {},
): SentView {
  const values: Record<string, Answers[string]> = {}
  for (const block of view.blocks as Record<string, unknown>[]) {
    if (block.type !== 'input') continue
    const element = block.element as Record<string, unknown>
    const answer = typed[String(block.block_id)] ?? standing(element)
    values[String(block.block_id)] = { [String(element.action_id)]: answer }
  }
  return { state: { values }, private_metadata: view.private_metadata ?? '' }
}

function standing(element: Record<string, unknown>): Answers[string][string] {
  switch (element.type) {
    case 'plain_text_input':
      return { value: (element.initial_value as string | undefined) ?? null }
    case 'multi_users_select':
      return { selected_users: (element.initial_users as string[] | undefined) ?? [] }
    case 'users_select':
      return { selected_user: (element.initial_user as string | undefined) ?? null }
    case 'conversations_select':
      return { selected_conversation: (element.initial_conversation as string | undefined) ?? null }
    case 'multi_conversations_select':
      return { selected_conversations: (element.initial_conversations as string[] | undefined) ?? [] }
    case 'timepicker':
      return { selected_time: (element.initial_time as string | undefined) ?? null }
    case 'datepicker':
      return { selected_date: (element.initial_date as string | undefined) ?? null }
    case 'checkboxes':
    case 'multi_external_select':
      return { selected_options: (element.initial_options as { value: string }[] | undefined) ?? [] }
    case 'file_input':
      return { files: [] }
    default:
      return { selected_option: (element.initial_option as { value: string } | undefined) ?? null }
  }
}
