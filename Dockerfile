FROM node:22-bookworm-slim AS build
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json tsconfig.client.json nest-cli.json ./
COPY src ./src
COPY projections ./projections
COPY web ./web
# What only served to compile SQLite is half of the module.
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/better-sqlite3/deps node_modules/better-sqlite3/src \
  && find node_modules/better-sqlite3/build -name obj* -prune -exec rm -rf {} +

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data KEYS_DIR=/keys
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY data ./data
RUN printf '#!/bin/sh\nexec node --max-semi-space-size=32 /app/dist/src/cli.js "$@"\n' >/usr/local/bin/regtime \
  && chmod 755 /usr/local/bin/regtime
# Volumes get the owner that the directory has in the image.
RUN mkdir /data /keys && chown node:node /data /keys
USER node
EXPOSE 3000
VOLUME ["/data", "/keys"]
STOPSIGNAL SIGTERM
# Until the views have caught up with a long log it is starting, however long that takes; not /health/ready, which is
# about the event store too.
HEALTHCHECK --interval=10s --timeout=3s --start-period=1h --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/started`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["regtime"]
CMD ["serve"]
