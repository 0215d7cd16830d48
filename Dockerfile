# Build: docker build -t coachbot .
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /source
RUN python3 -m venv /opt/coachbot
COPY . .
# The wheels without a graphics card's libraries, which are ten times as large.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
RUN /opt/coachbot/bin/python -m pip install --only-binary :all: --index-url "$TORCH_INDEX" torch==2.13.0 \
    && /opt/coachbot/bin/python -m pip install --only-binary :all: -c constraints.txt .

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="Coachbot" org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /opt/coachbot /opt/coachbot
RUN install -d -o 10001 -g 10001 -m 0700 /data /keys
# Everything that changes lives in /data; the root file system may be read-only. Give the keys a volume of their own (compose.yaml).
ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    COACHBOT_HTTP__HOST=0.0.0.0 \
    COACHBOT_DATA=/data
USER 10001:10001
WORKDIR /data
VOLUME ["/data"]
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
    CMD ["/opt/coachbot/bin/python", "-c", "import http.client, os, sys; c = http.client.HTTPConnection('127.0.0.1', int(os.environ.get('COACHBOT_HTTP__PORT', '8080')), timeout=4); c.request('GET', '/healthz'); sys.exit(c.getresponse().status != 200)"]
ENTRYPOINT ["/opt/coachbot/bin/coachbot"]
CMD ["run"]
