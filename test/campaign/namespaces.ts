/** Campaigns run on Linux namespaces, which every machine with a kernel of its own has. */
export const namespaces = { provider: 'netns' } as const;
