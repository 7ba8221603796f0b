"""Speaks to the API as Kaltura's client for Python does: every leaf is text, answers are XML, the address has two slashes."""

import json
import time
import urllib.request
import uuid
import xml.etree.ElementTree as etree


class KalturaException(Exception):
    def __init__(self, message, code):
        super().__init__(f"{message} ({code})")
        self.message = message
        self.code = code


class Client:
    def __init__(self, service_url):
        self.service_url = service_url
        self.ks = None

    def call(self, service, action, files=None, **parameters):
        result = self._send(f"service/{service}/action/{action}", _texts(parameters), files)
        return _read(result)

    def multirequest(self, *calls):
        """Calls are numbered from 0, and refer to each other from 1."""
        numbered = {
            str(number): {"service": service, "action": action, **_texts(parameters)}
            for number, (service, action, parameters) in enumerate(calls)
        }
        return [_read(item) for item in self._send("service/multirequest", numbered, None)]

    def _send(self, path, parameters, files):
        body = {
            "clientTag": "python:23.3",
            "apiVersion": "23.3.0",
            "format": "2",
            **({} if self.ks is None else {"ks": self.ks}),
            **parameters,
            "kalsig": uuid.uuid4().hex,
        }
        headers = {"Accept": "text/xml", "Content-Type": "application/json"}
        data = json.dumps(body).encode()
        if files is not None:
            data, headers["Content-Type"] = _multipart(data, files)
        request = urllib.request.Request(f"{self.service_url}/api_v3/{path}", data, headers)
        with urllib.request.urlopen(request, timeout=30) as response:
            root = etree.fromstring(response.read())
        result = root.find("result")
        if result is None:
            raise KalturaException("Could not find a result node", -8)
        _raise_if_error(result)
        return result


def _texts(value):
    """None clears a property by a name beside it; everything else becomes text."""
    if isinstance(value, dict):
        texts = {}
        for name, each in value.items():
            if each is None:
                texts[f"{name}__null"] = ""
            else:
                texts[name] = _texts(each)
        return texts
    if isinstance(value, list):
        return [_texts(each) for each in value] if value else {"-": ""}
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value)


def _multipart(json_bytes, files):
    boundary = uuid.uuid4().hex
    parts = [b'Content-Disposition: form-data; name="json"\r\n\r\n' + json_bytes]
    for name, (file_name, content) in files.items():
        head = f'Content-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n'
        parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + content)
    body = b"".join(b"--" + boundary.encode() + b"\r\n" + part + b"\r\n" for part in parts)
    return body + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


def _raise_if_error(node):
    error = node.find("error")
    if error is not None:
        raise KalturaException(error.findtext("message"), error.findtext("code"))


def _read(node):
    """An object has an objectType, an array has items, everything else is text."""
    if node.find("error") is not None:
        error = node.find("error")
        return KalturaException(error.findtext("message"), error.findtext("code"))
    if node.find("objectType") is not None:
        return {child.tag: _read(child) for child in node}
    if len(node) > 0 and all(child.tag == "item" for child in node):
        return [_read(child) for child in node]
    return node.text or ""


def until(what, probe):
    """Asks again and again, for half a minute at most."""
    deadline = time.monotonic() + 30
    while True:
        answer = probe()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.2)
