# docker build --tag policylint .
# docker run --rm --volume "$PWD:/work:ro" --network none policylint check
#
# The tag names Python and Debian, so that a build brings their security fixes. Pin a digest where
# every build has to be the same.
FROM python:3.13-slim-trixie AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY policylint policylint
COPY schema schema
COPY tests/rules tests/rules
RUN pip wheel --no-cache-dir --wheel-dir /wheels . \
    && python -m venv --without-pip /opt/policylint \
    && pip --python /opt/policylint/bin/python install --no-cache-dir --no-index \
        --find-links /wheels /wheels/policylint-*.whl

FROM python:3.13-slim-trixie
LABEL org.opencontainers.image.title="policylint" \
    org.opencontainers.image.description="A linter for cookie inventories" \
    org.opencontainers.image.source="https://github.com/studio-ductus/policylint" \
    org.opencontainers.image.licenses="Apache-2.0"
# A number, for clusters that ask for proof that it is not root; the home holds the cache.
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin policylint
COPY --from=build /opt/policylint /opt/policylint
ENV PATH=/opt/policylint/bin:$PATH
USER 10001
WORKDIR /work
ENTRYPOINT ["policylint"]
CMD ["check"]
