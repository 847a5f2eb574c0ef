import pytest


@pytest.mark.parametrize("number", [2**31, 2**63, 10**30])
@pytest.mark.parametrize(
    "address", ["/prevod/{}/", "/en/prevod/{}/", "/admin/pages/{}/edit/", "/admin/pages/{}/", "/admin/zapochni-ot/{}/"]
)
def test_a_number_that_no_page_can_have_is_not_found(client, officer, address, number):
    client.force_login(officer)
    answer = client.get(address.format(number))
    assert answer.status_code == 404 and "<h1" in answer.content.decode()
