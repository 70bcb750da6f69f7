from bot.files.embedder import SentenceEncoder


def test_near_in_meaning_is_near_in_angle_across_languages(encoder: SentenceEncoder) -> None:
    rows = encoder.embed(["Ich habe Nachtschicht.", "I work the night shift.", "The cake is blue."])
    assert rows.shape == (3, 512)
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.2
    assert encoder.embed([]).shape == (0, 512)
    assert (encoder.embed(["The cake is blue."])[0] == rows[2]).all()
