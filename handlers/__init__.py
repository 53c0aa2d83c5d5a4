"""What the assistant can answer: a folder per noun, a file per question.

`bot/pipeline.py` lists them in order.
"""
