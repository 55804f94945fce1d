FROM node:24-slim

ENV NODE_ENV=production
WORKDIR /app

# better-sqlite3 brings its binaries: nothing has to be compiled, so no install script runs.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY . .
# Node keeps what it compiled there, for the next start.
RUN mkdir -p data node_modules/.cache && chown node:node data node_modules/.cache

USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "bin/plaudit.js"]
