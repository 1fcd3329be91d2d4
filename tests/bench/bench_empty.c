/*
 * A program that does nothing, linked with every library that quaestor is linked with: what
 * starting costs before the first line of ours.
 */
int main(void)
{
    return 0;
}
